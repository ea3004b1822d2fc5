package io.stocktrend.sink.jdbc;

import java.util.Properties;

/** Where to and as whom; its text shows neither URL nor password. */
record JdbcLogin(String url, String user, String password, String sink) {
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    if (!password.isEmpty()) {
      properties.setProperty("password", password);
    }
    properties.setProperty("ApplicationName", "stock-trend " + sink);
    return properties;
  }

  @Override
  public String toString() {
    return "user " + user;
  }
}
