package io.stocktrend.sink.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import io.stocktrend.record.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flume.conf.ConfigurationException;

/**
 * The keys {@code uri}, {@code user} and {@code password} as one connection string. No message
 * shows its text or the driver's words about it: they may hold a password.
 */
final class MongoLogin {
  private static final Pattern URI =
      Pattern.compile("(mongodb(?:\\+srv)?://)(?:([^/?]*)@)?([^@/?]+.*)");

  private final Settings settings;
  private final String uri;
  private final String user;
  private final String password;

  MongoLogin(Settings settings) {
    this.settings = settings;
    this.uri = settings.text("uri");
    this.user = settings.text("user", null);
    this.password = settings.text("password", null);
  }

  /** The connection string with the user in it. */
  ConnectionString uri() {
    Matcher parts = URI.matcher(uri);
    if (!parts.matches()) {
      throw refused("is no address of MongoDB");
    }
    if (user == null) {
      return parsed(uri, "user and password, which it may be without");
    }
    if (parts.group(2) != null) {
      throw new ConfigurationException(
          settings.component() + ": uri names a user, and so does user: leave one of them out");
    }
    return parsed(parts.group(1) + login() + '@' + parts.group(3), "its options");
  }

  private String login() {
    return password == null ? encoded(user) : encoded(user) + ':' + encoded(password);
  }

  private ConnectionString parsed(String text, String suspect) {
    if (user == null && password != null) {
      throw new ConfigurationException(
          settings.component() + ": password is set, but no user: set user");
    }
    try {
      return new ConnectionString(text);
    } catch (IllegalArgumentException e) {
      throw refused("is not understood, look at " + suspect);
    } catch (MongoException e) {
      throw refused("names a host that DNS gives no servers for");
    }
  }

  private ConfigurationException refused(String why) {
    return new ConfigurationException(
        settings.component()
            + ": uri "
            + why
            + ": give mongodb://host:27017/?options or mongodb+srv://host/?options, with the"
            + " secret in credentials.json and named by the key password");
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
