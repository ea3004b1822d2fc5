package io.stocktrend.sink.mongodb;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/** A server on a loopback port that speaks MongoDB's protocol and holds its data in memory. */
public final class MongoStandIn implements AutoCloseable {
  public static final String DATABASE = "market";

  private final Backend backend = new Backend();
  private final MongoServer server = new MongoServer(backend);
  private final InetSocketAddress address;
  private final MongoClient client;

  public MongoStandIn() {
    address = server.bind();
    client = MongoClients.create(uri());
  }

  /** A server that speaks TLS only; whoever looks into it trusts the certificate unseen. */
  MongoStandIn(PrivateKey key, X509Certificate certificate) {
    server.enableSsl(key, null, certificate);
    address = server.bind();
    client = MongoClients.create(trusting(uri(), certificate));
  }

  private static MongoClientSettings trusting(String uri, X509Certificate certificate) {
    return MongoClientSettings.builder()
        .applyConnectionString(new ConnectionString(uri))
        .applyToSslSettings(ssl -> ssl.enabled(true).context(Certificates.trusting(certificate)))
        .build();
  }

  /** Serves a benchmark in a process of its own until standard input ends; prints the address. */
  public static void main(String[] args) throws IOException {
    try (MongoStandIn server = new MongoStandIn()) {
      System.out.println(server.uri());
      while (System.in.read() >= 0) {
        Thread.onSpinWait();
      }
    }
  }

  public InetSocketAddress address() {
    return address;
  }

  public String uri() {
    return uri(address.getPort());
  }

  public static String uri(int port) {
    return "mongodb://127.0.0.1:" + port;
  }

  /** The server's next answers to updates; it stores nothing of those. */
  void answerUpdates(Document... answers) {
    backend.answers.addAll(List.of(answers));
  }

  /** The updates that came, without their documents. */
  List<Document> updates() {
    return List.copyOf(backend.updates);
  }

  MongoCollection<BsonDocument> collection(String name) {
    return client.getDatabase(DATABASE).getCollection(name, BsonDocument.class);
  }

  List<BsonDocument> documents(String collection) {
    return collection(collection).find().into(new ArrayList<>());
  }

  List<String> collections() {
    return client.getDatabase(DATABASE).listCollectionNames().into(new ArrayList<>()).stream()
        .filter(name -> !name.startsWith("system."))
        .sorted()
        .toList();
  }

  public Set<String> symbols() {
    return documents("financial_data").stream()
        .map(document -> document.getString("symbol").getValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public long count(String collection) {
    return collection(collection).countDocuments();
  }

  @Override
  public void close() {
    client.close();
    server.shutdownNow();
  }

  private static final class Backend extends MemoryBackend {
    private static final int REMEMBERED = 1000;

    private final Queue<Document> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Document> updates = new ConcurrentLinkedQueue<>();

    @Override
    public Document handleMessage(MongoMessage message) {
      Document command = message.getDocument();
      if (command.containsKey("saslStart")) {
        return Answers.refusal(18, "Authentication failed.");
      }
      if (!command.containsKey("update")) {
        return super.handleMessage(message);
      }
      Document seen = new Document();
      command.forEach(
          (key, value) -> {
            if (!key.equals("updates")) {
              seen.put(key, value);
            }
          });
      updates.add(seen);
      if (updates.size() > REMEMBERED) {
        updates.remove();
      }
      Document answer = answers.poll();
      return answer == null ? super.handleMessage(message) : answer;
    }
  }
}
