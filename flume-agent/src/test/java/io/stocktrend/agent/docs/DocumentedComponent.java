package io.stocktrend.agent.docs;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.flume.Context;
import org.apache.flume.NamedComponent;
import org.apache.flume.conf.Configurable;
import org.apache.flume.conf.ConfigurationException;

/** A component of an agent file, the page that tells its keys, and what it cannot be without. */
enum DocumentedComponent {
  FINANCIAL("source.FinancialSource", "sources/financial.md"),
  MOVEMENT("source.MovementSource", "sources/movement.md", "symbols=AAPL"),
  NEWS("source.NewsSource", "sources/news.md", "symbols=AAPL", "apiKey.finnhub=k"),
  MACRO("source.MacroSource", "sources/macro.md", "indicators=@../conf/macro-indicators.csv"),
  POLICY("source.PolicySource", "sources/policy.md"),
  PARQUET("sink.ParquetSink", "sinks/parquet.md", "path=FOLDER/%{dataset}"),
  CSV("sink.CsvSink", "sinks/csv.md", "path=FOLDER/%{dataset}"),
  JSON("sink.JsonSink", "sinks/json.md", "path=FOLDER/%{dataset}"),
  JDBC("sink.JdbcSink", "sinks/jdbc.md", "url=jdbc:postgresql:db", "user=u"),
  MONGO("sink.MongoSink", "sinks/mongo.md", "uri=mongodb://localhost:27017", "database=market"),
  QUARANTINE("sink.QuarantineSink", "interceptors.md"),
  VALIDATION("interceptor.ValidationInterceptor$Builder", "interceptors.md"),
  SYMBOL_FILTER("interceptor.SymbolFilterInterceptor$Builder", "interceptors.md", "symbols=AAPL"),
  SENTIMENT("interceptor.SentimentInterceptor$Builder", "sentiment.md");

  private static final String UNKNOWN = "qqqqqqqqqqqqqqqqqqqqqq";

  private final String type;
  private final String page;

  // A map of texts that is made once.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, String> required;

  DocumentedComponent(String type, String page, String... required) {
    this.type = "io.stocktrend." + type;
    this.page = page;
    this.required =
        Arrays.stream(required)
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }

  static Optional<DocumentedComponent> ofType(String type) {
    return Arrays.stream(values()).filter(component -> component.type.equals(type)).findFirst();
  }

  String type() {
    return type;
  }

  Page page() throws IOException {
    return Page.of(page);
  }

  /** The heading above the table of its keys. */
  String section() {
    return page.equals("interceptors.md")
        ? "Properties of " + type.replaceFirst(".*\\.", "").replaceFirst("\\$.*", "")
        : "Properties";
  }

  /** Whether the key is one of a group whose last part is free, such as a provider's name. */
  boolean hasGroup(String key) {
    return (type.contains(".source.") && key.startsWith("apiKey."))
        || (this == PARQUET && key.startsWith("encryption.retired."));
  }

  /** A key that is near to none is refused with the list of those that are known. */
  Set<String> knownKeys(Path folder) {
    Map<String, String> settings = new HashMap<>(Map.of(UNKNOWN, "1"));
    if (type.contains(".source.")) {
      settings.put("stateDir", folder.toString());
    }
    required.forEach((key, value) -> settings.put(key, value.replace("FOLDER", folder.toString())));
    Configurable component = make();
    Context context = new Context(settings);
    String refusal =
        assertThrows(ConfigurationException.class, () -> component.configure(context)).getMessage();
    Set<String> known =
        new TreeSet<>(Set.of(refusal.replaceFirst(".*known are ", "").split(", ", -1)));
    known.removeIf(this::hasGroup);
    return known;
  }

  private Configurable make() {
    try {
      Object made = Class.forName(type).getConstructor().newInstance();
      if (made instanceof NamedComponent named) {
        named.setName("documented");
      }
      return (Configurable) made;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type + " cannot be made", e);
    }
  }
}
