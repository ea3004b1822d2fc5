package io.stocktrend.client.report;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless browser without any network, driven over its DevTools protocol. */
final class Chromium {
  static final Path EXECUTABLE = Path.of("/usr/bin/chromium");

  private static final Pattern PAGE =
      Pattern.compile("\"webSocketDebuggerUrl\":\\s*\"(ws://[^\"]+/page/[^\"]+)\"");

  private final Process process;
  private final Path userData;
  private final HttpClient http = HttpClient.newHttpClient();

  private Chromium(Process process, Path userData) {
    this.process = process;
    this.userData = userData;
  }

  static Chromium start(Path folder) throws IOException {
    Path userData = Files.createDirectory(folder.resolve("chromium"));
    List<String> command =
        List.of(
            EXECUTABLE.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--remote-debugging-port=0",
            "--user-data-dir=" + userData,
            "about:blank");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", userData.toString());
    builder.environment().put("TMPDIR", folder.toString());
    File log = folder.resolve("chromium.log").toFile();
    return new Chromium(builder.redirectOutput(log).start(), userData);
  }

  /** The one page that is open. */
  ChromiumPage page() throws IOException, InterruptedException {
    Path port = userData.resolve("DevToolsActivePort");
    for (int i = 0; i < 600 && !isWritten(port) && process.isAlive(); i++) {
      Thread.sleep(100);
    }
    URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
    Matcher found = PAGE.matcher("");
    for (int i = 0; i < 100 && !found.find(); i++) {
      Thread.sleep(100);
      String pages =
          http.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
      found = PAGE.matcher(pages);
    }
    return ChromiumPage.connect(http, URI.create(found.group(1)));
  }

  private static boolean isWritten(Path port) throws IOException {
    return Files.exists(port) && Files.readAllLines(port).size() > 1;
  }

  void stop() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    for (ProcessHandle child : children) {
      child.destroyForcibly();
      child.onExit().join();
    }
  }
}
