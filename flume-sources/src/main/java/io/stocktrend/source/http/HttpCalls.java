package io.stocktrend.source.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.FormBody;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends one request and returns its whole answer; nothing is retried, redirected or judged here. An
 * interrupt cancels the call at once, so that a stop never waits for a timeout.
 */
public final class HttpCalls implements AutoCloseable {
  /** The largest body, decompressed, that is taken from a provider: 32 MiB. */
  public static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
  private static final int MAX_CALLS = 64;
  // Shorter than servers keep connections: nothing is resent unseen when one turns out to be dead.
  private static final int IDLE_SECONDS = 15;
  private static final AtomicInteger THREADS = new AtomicInteger();

  private final OkHttpClient client;
  private final int maxBodyBytes;

  /** Calls that end after that time at the latest, over the certificates that Java trusts. */
  public HttpCalls(Duration timeout) {
    this(builder(timeout), MAX_BODY_BYTES);
  }

  HttpCalls(OkHttpClient.Builder builder, int maxBodyBytes) {
    this.client = builder.build();
    this.maxBodyBytes = maxBodyBytes;
  }

  /**
   * Sends the request; a redirect is an answer like any other.
   *
   * @throws IOException if there is no connection, no answer in time, or too large a body
   * @throws InterruptedException if the thread is interrupted; the call is then cancelled
   */
  Answer send(HttpRequest request) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted before a request");
    }
    Call call = client.newCall(build(request));
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    call.enqueue(new AnswerCallback(answer, maxBodyBytes));
    try {
      return answer.get();
    } catch (InterruptedException e) {
      call.cancel();
      throw e;
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  /** Cancels what is under way and lets go of threads and connections. */
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }

  static OkHttpClient.Builder builder(Duration timeout) {
    Dispatcher dispatcher = new Dispatcher(daemons());
    dispatcher.setMaxRequests(MAX_CALLS);
    dispatcher.setMaxRequestsPerHost(MAX_CALLS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(MAX_CALLS, IDLE_SECONDS, TimeUnit.SECONDS))
        .retryOnConnectionFailure(false)
        .addNetworkInterceptor(HttpCalls::withoutHiddenRetry)
        .followRedirects(false)
        .followSslRedirects(false)
        .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
        .readTimeout(timeout)
        .writeTimeout(timeout)
        .callTimeout(timeout);
  }

  // OkHttp sends a 503 that says "Retry-After: 0" once more by itself, past every limit.
  private static Response withoutHiddenRetry(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    boolean isRetried =
        response.code() == 503 && "0".equals(response.header("Retry-After", "").strip());
    return isRetried ? response.newBuilder().removeHeader("Retry-After").build() : response;
  }

  private static ExecutorService daemons() {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        60,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        task -> {
          Thread thread = new Thread(task, "provider-call-" + THREADS.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  private static Request build(HttpRequest request) {
    Request.Builder builder = new Request.Builder().url(request.url());
    request.headers().forEach(builder::header);
    if (!request.form().isEmpty()) {
      FormBody.Builder form = new FormBody.Builder();
      request.form().forEach(form::add);
      builder.post(form.build());
    }
    return builder.build();
  }
}
