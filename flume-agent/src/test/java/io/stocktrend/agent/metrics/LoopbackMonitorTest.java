package io.stocktrend.agent.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flume.Context;
import org.apache.flume.instrumentation.ChannelCounter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackMonitorTest {
  private static final byte[] SECOND = {127, 0, 0, 2};

  private final LoopbackMonitor monitor = new LoopbackMonitor();
  private final ChannelCounter counter = new ChannelCounter("monitored");

  @BeforeEach
  void start() {
    counter.start();
    counter.setChannelSize(17);
    monitor.configure(new Context());
    monitor.start();
  }

  @AfterEach
  void stop() {
    monitor.stop();
    counter.stop();
  }

  @Test
  void flumesCountersAreServedForPrometheus() throws IOException {
    String answer = ask("GET /metrics", "127.0.0.1:" + monitor.port());
    assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
    assertTrue(answer.contains(": text/plain; version=0.0.4; charset=utf-8\r\n"), answer);
    assertTrue(answer.contains("flume_channel_channel_size{component=\"monitored\"} 17\n"), answer);
  }

  @Test
  void theyAreServedAsJsonInTheFormOfFlumesOwnMonitoring() throws IOException {
    String answer = ask("GET /metrics.json", "localhost");
    JsonNode beans = new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    assertEquals("17", beans.path("CHANNEL.monitored").path("ChannelSize").asText());
    assertEquals(
        Long.toString(ProcessHandle.current().pid()), beans.path("PROCESS").path("Pid").asText());
  }

  @Test
  void aPageOfAnotherSiteReadsNothing() throws IOException {
    assertTrue(ask("GET /metrics", "evil.example").startsWith("HTTP/1.1 403"));
    assertTrue(ask("GET /metrics", "127.0.0.1.evil.example").startsWith("HTTP/1.1 403"));
  }

  @Test
  void nothingElseIsServed() throws IOException {
    assertTrue(ask("GET /", "localhost").startsWith("HTTP/1.1 404"));
    assertTrue(ask("DELETE /metrics", "localhost").startsWith("HTTP/1.1 405"));
  }

  @Test
  void otherAddressesOfTheMachineAreNotServed() throws IOException {
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();
    for (InetAddress other : others) {
      assertThrows(
          IOException.class, () -> new Socket(other, monitor.port()).close(), other::toString);
    }
    try (Socket second = new Socket()) {
      InetSocketAddress loopback =
          new InetSocketAddress(InetAddress.getByAddress(SECOND), monitor.port());
      assertThrows(ConnectException.class, () -> second.connect(loopback));
    }
  }

  @Test
  void aPortThatIsTakenCostsNoMoreThanTheMetrics() {
    LoopbackMonitor other = new LoopbackMonitor();
    Context context = new Context();
    context.put("port", Integer.toString(monitor.port()));
    other.configure(context);
    other.start();
    assertEquals(-1, other.port());
    other.stop();
    monitor.stop();
    other.start();
    assertTrue(other.port() > 0, "the port is free again");
    other.stop();
  }

  private String ask(String request, String host) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), monitor.port())) {
      String text = request + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
