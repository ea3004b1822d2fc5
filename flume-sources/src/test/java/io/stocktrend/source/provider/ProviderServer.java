package io.stocktrend.source.provider;

import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.http.ProvidersFile;
import io.stocktrend.source.http.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A loopback server in the place of all providers. Answers are scripted by route, {@code /path} or
 * {@code /path?name=value}; of several for one route the last one stays.
 */
public final class ProviderServer implements AutoCloseable {
  private static final String URLS =
      """
      yahoo.baseUrl = http://127.0.0.1:PORT
      yahoo.cookieUrl = http://127.0.0.1:PORT/cookie
      finnhub.baseUrl = http://127.0.0.1:PORT/api/v1
      alphavantage.baseUrl = http://127.0.0.1:PORT
      fred.baseUrl = http://127.0.0.1:PORT/fred
      worldbank.baseUrl = http://127.0.0.1:PORT/v2
      federalreserve.baseUrl = http://127.0.0.1:PORT
      treasury.ratesUrl = http://127.0.0.1:PORT/rates
      treasury.fiscalDataUrl = http://127.0.0.1:PORT/fiscal
      treasury.directUrl = http://127.0.0.1:PORT/TA_WS
      federalreserve.requestsPerSecond = 0
      federalreserve.requestsPerMinute = 0
      treasury.requestsPerSecond = 0
      treasury.requestsPerMinute = 0
      newsapi.baseUrl = http://127.0.0.1:PORT/v2
      newsapi.requestsPerSecond = 0
      yahoo.requestsPerSecond = 0
      fred.requestsPerSecond = 0
      fred.requestsPerMinute = 0
      worldbank.requestsPerSecond = 0
      worldbank.requestsPerMinute = 0
      finnhub.requestsPerSecond = 0
      finnhub.requestsPerMinute = 0
      alphavantage.requestsPerSecond = 0
      alphavantage.requestsPerMinute = 0
      alphavantage.requestsPerDay = 0
      """;

  private final MockWebServer server = new MockWebServer();
  private final Map<String, Deque<MockResponse>> routes = new LinkedHashMap<>();
  private final List<RecordedRequest> requests = new ArrayList<>();
  private final List<ProviderClient> clients = new ArrayList<>();
  private final Path folder;
  private final SteppedTime time;

  public ProviderServer(Path folder, SteppedTime time) throws IOException {
    this.folder = folder;
    this.time = time;
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    server.start();
    Files.writeString(providersFile(), URLS.replace("PORT", Integer.toString(server.getPort())));
  }

  public Path providersFile() {
    return folder.resolve("providers.properties");
  }

  /** What a provider's client is made of; no retries wait in real time. */
  public ProviderAccess access(String provider, String key) {
    ProvidersFile file = ProvidersFile.load(providersFile());
    Redactor redactor = new Redactor(key.isEmpty() ? List.of() : List.of(key));
    ProviderClient client =
        ProviderClient.open(
            file.settings(provider), folder.resolve("state"), redactor, time.timing());
    clients.add(client);
    return new ProviderAccess(client, file, key, time);
  }

  public static MockResponse answer(int code, String body) {
    return new MockResponse.Builder().code(code).body(body).build();
  }

  public ProviderServer on(String route, String body) {
    return on(route, answer(200, body));
  }

  public ProviderServer on(String route, int code, String body) {
    return on(route, answer(code, body));
  }

  public synchronized ProviderServer on(String route, MockResponse answer) {
    routes.computeIfAbsent(route, r -> new ArrayDeque<>()).add(answer);
    return this;
  }

  /** Forgets what is scripted for a route. */
  public synchronized ProviderServer off(String route) {
    routes.remove(route);
    return this;
  }

  /** Yahoo's cookie page, which is a 404, and a crumb. */
  public ProviderServer withCrumb(String crumb) {
    MockResponse page =
        new MockResponse.Builder()
            .code(404)
            .addHeader("Set-Cookie", "A3=d=made-up; Expires=Fri, 1 Jan 2027 00:00:00 GMT; Secure")
            .addHeader("Set-Cookie", "A1=also-made-up; Path=/")
            .body("<html>Will be right back...</html>")
            .build();
    return on("/cookie", page).on("/v1/test/getcrumb", crumb);
  }

  /** The address of a path. */
  public String url(String path) {
    return server.url(path).toString();
  }

  /** The requests of a path, in order. */
  public synchronized List<RecordedRequest> requests(String path) {
    return requests.stream().filter(r -> r.getUrl().encodedPath().equals(path)).toList();
  }

  public synchronized List<String> targets() {
    return requests.stream().map(RecordedRequest::getTarget).toList();
  }

  private synchronized MockResponse answer(RecordedRequest request) {
    requests.add(request);
    String path = request.getUrl().encodedPath();
    for (String name : request.getUrl().queryParameterNames()) {
      Deque<MockResponse> special =
          routes.get(path + "?" + name + "=" + request.getUrl().queryParameter(name));
      if (special != null) {
        return next(special);
      }
    }
    Deque<MockResponse> answers = routes.get(path);
    return answers == null ? answer(404, "nothing is scripted for " + path) : next(answers);
  }

  private static MockResponse next(Deque<MockResponse> answers) {
    return answers.size() > 1 ? answers.remove() : answers.element();
  }

  @Override
  public void close() {
    clients.forEach(ProviderClient::close);
    server.close();
  }
}
