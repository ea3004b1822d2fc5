package io.stocktrend.agent.command;

import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.record.Settings;
import io.stocktrend.source.CredentialsConfigFilter;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flume.conf.ConfigurationException;
import picocli.CommandLine.Option;

/**
 * The options that say which database a copy is in. Without them it is that of the shipped agents.
 */
final class DatabaseOptions {
  private static final Map<CopyKind, Server> SERVERS =
      Map.of(
          CopyKind.JDBC,
          new Server(
              "STOCKTREND_JDBC_URL", "jdbc:postgresql://localhost:5432/market", "url", "postgres"),
          CopyKind.MONGO,
          new Server("STOCKTREND_MONGO_URI", "mongodb://localhost:27017", "uri", "mongo"));
  private static final Pattern WITH_DATABASE = Pattern.compile("[^/]*//[^/?]+/[^?]+.*");
  private static final String DATABASE = "market";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "Address of the database without user and password, e.g."
              + " jdbc:postgresql://localhost:5432/market or mongodb://localhost:27017/market;"
              + " STOCKTREND_JDBC_URL or STOCKTREND_MONGO_URI without it.")
  private String url;

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "User of the database; that of credentials.json without it.")
  private String user;

  /** Refuses these options for a copy that is in no database. */
  void refuse(CopyKind kind) {
    if (url != null || user != null) {
      throw new ClientException(
          Fault.REQUEST,
          "--url and --user are for jdbc and mongo: say where " + kind + " is with --output");
    }
  }

  String url(CopyKind kind) {
    Server server = SERVERS.get(kind);
    return url == null ? System.getenv().getOrDefault(server.variable, server.otherwise) : url;
  }

  /** The settings of a sink into that database, with the secrets of credentials.json. */
  Settings settings(CopyKind kind) {
    Server server = SERVERS.get(kind);
    Map<String, String> values = new HashMap<>();
    values.put(server.key, url(kind));
    if (kind == CopyKind.MONGO && !WITH_DATABASE.matcher(url(kind)).matches()) {
      values.put("database", DATABASE);
    }
    addLogin(values, server.owner);
    if (kind == CopyKind.JDBC && values.get("user").isBlank()) {
      throw new ClientException(
          Fault.REQUEST,
          "no user for the database: give --user, or postgres.user in credentials.json");
    }
    return Settings.of("--url", values);
  }

  private void addLogin(Map<String, String> values, String owner) {
    CredentialsConfigFilter credentials = new CredentialsConfigFilter();
    try {
      credentials.initializeWithConfiguration(Map.of());
    } catch (ConfigurationException e) {
      throw new ClientException(Fault.DATA, e.getMessage(), e);
    }
    values.put("user", user == null ? credentials.filter(owner + "_user") : user);
    values.put("password", credentials.filter(owner + "_password"));
  }

  /**
   * What is known of one kind of database.
   *
   * @param variable of the environment, which the shipped agent files read as well
   * @param key of the sink for the address
   * @param owner of the secrets in credentials.json
   */
  private record Server(String variable, String otherwise, String key, String owner) {}
}
