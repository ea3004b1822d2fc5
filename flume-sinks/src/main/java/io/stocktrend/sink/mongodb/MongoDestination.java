package io.stocktrend.sink.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.WriteConcern;
import io.stocktrend.record.Settings;
import io.stocktrend.sink.batch.BatchWriter;
import java.util.concurrent.TimeUnit;
import org.apache.flume.conf.ConfigurationException;

/** Where documents go: which server, database and collections. */
public final class MongoDestination {
  private static final String DEFAULT_COLLECTION = "%{dataset}";
  private static final int CONNECT_SECONDS = 10;
  private static final int READ_SECONDS = 60;
  private static final int SELECTION_SECONDS = 10;
  private static final int MAJORITY_SECONDS = 30;

  private final MongoClientSettings client;
  private final String database;
  private final CollectionTemplate collections;

  private MongoDestination(
      MongoClientSettings client, String database, CollectionTemplate collections) {
    this.client = client;
    this.database = database;
    this.collections = collections;
  }

  /**
   * The destination that the settings give.
   *
   * @throws ConfigurationException if a value is not allowed; no message shows the {@code uri},
   *     which may hold a password
   */
  public static MongoDestination of(Settings settings) {
    ConnectionString uri = new MongoLogin(settings).uri();
    return new MongoDestination(
        client(settings, uri),
        database(settings, uri),
        CollectionTemplate.of(settings, DEFAULT_COLLECTION));
  }

  /** A writer into this destination for the sink of that name. */
  public BatchWriter writer(String sink) {
    return new MongoBatchWriter(
        new ServerConnection("mongo-sink-" + sink, client), database, collections);
  }

  /** What the URI says nothing about gets limits; how writes are acknowledged is not open. */
  private static MongoClientSettings client(Settings settings, ConnectionString uri) {
    return MongoClientSettings.builder()
        .applyToSocketSettings(
            socket ->
                socket
                    .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                    .readTimeout(READ_SECONDS, TimeUnit.SECONDS))
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
        .applyConnectionString(uri)
        .writeConcern(durable(settings, uri.getWriteConcern()))
        // The channel delivers a failed batch again, which a replaced document does not mind.
        .retryWrites(false)
        .build();
  }

  private static WriteConcern durable(Settings settings, WriteConcern given) {
    WriteConcern durable =
        WriteConcern.MAJORITY.withJournal(true).withWTimeout(MAJORITY_SECONDS, TimeUnit.SECONDS);
    if (given == null) {
      return durable;
    }
    boolean weaker = given.getWObject() != null && !"majority".equals(given.getWObject());
    if (weaker || Boolean.FALSE.equals(given.getJournal())) {
      throw new ConfigurationException(
          settings.component()
              + ": uri asks for a write concern that is not durable: leave out w and journal, the"
              + " sink waits for w=majority and the journal");
    }
    Integer timeout = given.getWTimeout(TimeUnit.MILLISECONDS);
    return timeout == null ? durable : durable.withWTimeout(timeout, TimeUnit.MILLISECONDS);
  }

  private static String database(Settings settings, ConnectionString uri) {
    String named = settings.text("database", null);
    String database = named == null ? uri.getDatabase() : named;
    if (database == null) {
      throw new ConfigurationException(
          settings.component() + ": database is missing: set it, or name it in uri after the host");
    }
    return MongoNames.requireDatabase(settings, database);
  }
}
