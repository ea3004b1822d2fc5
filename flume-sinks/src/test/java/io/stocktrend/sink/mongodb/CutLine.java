package io.stocktrend.sink.mongodb;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a server that can be cut in the middle of a message, mended, and made to hang. */
final class CutLine implements AutoCloseable {
  private final InetSocketAddress server;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private volatile ServerSocket listener;
  private volatile boolean hanging;
  private volatile long cutAfter = Long.MAX_VALUE;
  private final int port;

  CutLine(InetSocketAddress server) throws IOException {
    this.server = server;
    listener = listen(0);
    port = listener.getLocalPort();
  }

  int port() {
    return port;
  }

  private ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    start(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket near = socket.accept();
        Socket far = new Socket(server.getAddress(), server.getPort());
        open.addAll(List.of(near, far));
        start(() -> copy(near, far));
        start(() -> copy(far, near));
      } catch (IOException e) {
        // The line was cut: mend() listens again.
        return;
      }
    }
  }

  private void copy(Socket from, Socket to) {
    byte[] bytes = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
        if (hanging) {
          continue;
        }
        out.write(bytes, 0, n);
        cutIfDue(n);
      }
    } catch (IOException e) {
      // One end is gone: try-with-resources hangs up the other.
      open.remove(from);
    }
  }

  private synchronized void cutIfDue(int passed) throws IOException {
    if (cutAfter == Long.MAX_VALUE) {
      return;
    }
    cutAfter -= passed;
    if (cutAfter <= 0) {
      cut();
    }
  }

  /** Cuts the line once that many bytes have passed. */
  synchronized void cutAfter(long bytes) {
    cutAfter = bytes;
  }

  synchronized void cut() throws IOException {
    cutAfter = Long.MAX_VALUE;
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  boolean isCut() {
    return listener.isClosed();
  }

  synchronized void mend() throws IOException {
    listener = listen(port);
  }

  /** From now on swallows what either side says. */
  void hang() {
    hanging = true;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "line");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    cut();
  }
}
