package io.stocktrend.sink.mongodb;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.net.InetSocketAddress;
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
  private final InetSocketAddress address = server.bind();
  private final MongoClient client = MongoClients.create(uri());

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
      Document answer = answers.poll();
      return answer == null ? super.handleMessage(message) : answer;
    }
  }
}
