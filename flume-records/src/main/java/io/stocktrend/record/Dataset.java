package io.stocktrend.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.avro.Schema;

/** One of the five datasets: its name, its schema, and the agent that collects it. */
public enum Dataset {
  FINANCIAL_DATA("raw", Quote.getClassSchema()),
  STOCK_MOVEMENTS("raw", Movement.getClassSchema()),
  NEWS_DATA("raw", Article.getClassSchema()),
  MACROECONOMIC_DATA("context", Observation.getClassSchema()),
  POLICY_DATA("context", Announcement.getClassSchema());

  private final String agent;

  // Avro's Schema could be added to, but nobody does.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Schema schema;

  Dataset(String agent, Schema schema) {
    this.agent = agent;
    this.schema = withoutJavaTypes(schema);
  }

  /** Name in headers, paths, tables and commands, e.g. {@code financial_data}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Name of the agent that collects it, {@code raw} or {@code context}. */
  public String agent() {
    return agent;
  }

  /** The schema of its records, as the .avsc file has it. */
  public Schema schema() {
    return schema;
  }

  /** Generated classes name the Java class of their texts, which nobody else needs. */
  private static Schema withoutJavaTypes(Schema schema) {
    String text = schema.toString().replace(",\"avro.java.string\":\"String\"", "");
    return new Schema.Parser().parse(text);
  }

  /** The dataset of that name, if there is one. */
  public static Optional<Dataset> byId(String id) {
    return Arrays.stream(values()).filter(dataset -> dataset.id().equals(id)).findFirst();
  }

  /** The dataset whose records have that schema's full name, if there is one. */
  public static Optional<Dataset> byRecord(String fullName) {
    return Arrays.stream(values())
        .filter(dataset -> dataset.schema.getFullName().equals(fullName))
        .findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(Dataset::id).toList();
  }
}
