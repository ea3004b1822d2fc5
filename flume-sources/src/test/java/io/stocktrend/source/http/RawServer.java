package io.stocktrend.source.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;

/** A loopback server that writes given bytes to whoever connects, and then cuts or hangs. */
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final byte[] bytes;
  private final boolean cuts;
  private final AtomicInteger requests = new AtomicInteger();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch hungUp = new CountDownLatch(1);

  private RawServer(byte[] bytes, boolean cuts) throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.bytes = bytes;
    this.cuts = cuts;
    Thread thread = new Thread(this::serve, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  static RawServer cuttingAfter(String head) throws IOException {
    return new RawServer(head.getBytes(StandardCharsets.US_ASCII), true);
  }

  static RawServer cuttingAfter(byte[] bytes) throws IOException {
    return new RawServer(bytes, true);
  }

  static RawServer hangingAfter(String head) throws IOException {
    return new RawServer(head.getBytes(StandardCharsets.US_ASCII), false);
  }

  HttpUrl url() {
    return HttpUrl.get("http://127.0.0.1:" + socket.getLocalPort() + "/q");
  }

  int requests() {
    return requests.get();
  }

  boolean isAskedWithin(long seconds) throws InterruptedException {
    return asked.await(seconds, TimeUnit.SECONDS);
  }

  /** Whether the client closes a connection that hangs. */
  boolean isHungUpWithin(long seconds) throws InterruptedException {
    return hungUp.await(seconds, TimeUnit.SECONDS);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        answer(socket.accept());
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @SuppressWarnings("try") // A hanging connection stays open until the test ends.
  private void answer(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    readHead(in);
    requests.incrementAndGet();
    OutputStream out = connection.getOutputStream();
    out.write(bytes);
    out.flush();
    asked.countDown();
    if (cuts) {
      connection.close();
    } else if (in.read() < 0) {
      hungUp.countDown();
    }
  }

  private static void readHead(InputStream in) throws IOException {
    String end = "\r\n\r\n";
    int matched = 0;
    while (matched < end.length()) {
      int next = in.read();
      if (next < 0) {
        return;
      }
      matched = next == end.charAt(matched) ? matched + 1 : (next == '\r' ? 1 : 0);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
