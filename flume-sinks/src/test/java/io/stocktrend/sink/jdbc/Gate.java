package io.stocktrend.sink.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a client and a server, and can hang or cut the line. */
final class Gate implements AutoCloseable {
  private final ServerSocket entrance;
  private final int port;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private volatile String cutBehind = "";
  private volatile String hangAfter = "";
  private volatile boolean hanging;

  /** A gate to the server at that port, itself at the other port, 0 for a free one. */
  Gate(int port, int entrancePort) throws IOException {
    this.port = port;
    entrance = new ServerSocket(entrancePort, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** From the next request that holds this text nothing passes any more, and nobody is told. */
  void hangAfter(String text) {
    hangAfter = text;
  }

  /** Passes the request that follows one with this text, and cuts the line before its answer. */
  void cutBehind(String text) {
    cutBehind = text;
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = entrance.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.addAll(List.of(client, server));
      start(() -> pass(client, server, true));
      start(() -> pass(server, client, false));
    }
  }

  private void pass(Socket from, Socket to, boolean requests) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] buffer = new byte[1 << 16];
    boolean cut = false;
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      String text = requests ? new String(buffer, 0, length, StandardCharsets.ISO_8859_1) : "";
      hanging |= !hangAfter.isEmpty() && text.contains(hangAfter);
      if (cut) {
        from.close();
      }
      cut = !cutBehind.isEmpty() && text.contains(cutBehind);
      if (!hanging) {
        out.write(buffer, 0, length);
      }
    }
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // The line is cut, as it was meant to be.
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private interface Work {
    void run() throws IOException;
  }
}
