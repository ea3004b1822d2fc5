package io.stocktrend.client.report;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One page of a browser: it shows a file at a size and in a colour scheme, and tells about it. */
final class ChromiumPage implements WebSocket.Listener {
  private static final Pattern ANSWER = Pattern.compile("^\\{\"id\":(\\d+),");
  private static final Pattern VALUE = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-f]{4})|(.))", Pattern.CASE_INSENSITIVE);
  private static final Pattern IMAGE = Pattern.compile("\"data\":\"([^\"]+)\"");
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "^\\{\"method\":\"(Runtime\\.exceptionThrown|Log\\.entryAdded|Runtime\\.consoleAPICalled)\"");
  private static final Pattern REQUEST =
      Pattern.compile("^\\{\"method\":\"Network\\.requestWillBeSent\".*?\"url\":\"([^\"]*)\"");

  private final Map<Integer, CompletableFuture<String>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;

  private ChromiumPage() {}

  static ChromiumPage connect(HttpClient http, URI address) {
    ChromiumPage page = new ChromiumPage();
    page.socket = http.newWebSocketBuilder().buildAsync(address, page).join();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      page.ask(domain + ".enable", "{}");
    }
    return page;
  }

  void show(Path file, int width, int height, String scheme) throws InterruptedException {
    ask(
        "Emulation.setDeviceMetricsOverride",
        "{\"width\":%d,\"height\":%d,\"deviceScaleFactor\":1,\"mobile\":false}"
            .formatted(width, height));
    ask(
        "Emulation.setEmulatedMedia",
        "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"%s\"}]}".formatted(scheme));
    evaluate("'' + (window.stale = true)");
    ask("Page.navigate", "{\"url\":\"%s\"}".formatted(file.toUri()));
    while (!evaluate("document.readyState + !window.stale").equals("completetrue")) {
      Thread.sleep(50);
    }
    // Two frames later what was drawn can be seen.
    evaluate(
        "new Promise(done => requestAnimationFrame(() => setTimeout(() => done('drawn'), 100)))");
  }

  /** The text that an expression, or its promise, yields. */
  String evaluate(String script) {
    String answer =
        ask(
            "Runtime.evaluate",
            "{\"awaitPromise\":true,\"expression\":%s}".formatted(quoted(script)));
    Matcher value = VALUE.matcher(answer);
    if (answer.contains("\"exceptionDetails\"") || !value.find()) {
      throw new AssertionError(script + " gave " + answer);
    }
    return plain(value.group(1));
  }

  private static String plain(String json) {
    return ESCAPE
        .matcher(json)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) == null
                        ? escape.group(2)
                        : Character.toString(Integer.parseInt(escape.group(1), 16))));
  }

  /** The page as PNG. */
  byte[] screenshot() {
    Matcher image = IMAGE.matcher(ask("Page.captureScreenshot", "{\"format\":\"png\"}"));
    if (!image.find()) {
      throw new AssertionError("no screenshot");
    }
    return Base64.getDecoder().decode(image.group(1));
  }

  /** Errors and warnings of the console since the start. */
  List<String> complaints() {
    return complaints;
  }

  /** Addresses other than files that were asked for. */
  List<String> requests() {
    return requests;
  }

  private String ask(String method, String parameters) {
    int id = ids.incrementAndGet();
    CompletableFuture<String> answer = new CompletableFuture<>();
    answers.put(id, answer);
    String question =
        "{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters);
    socket.sendText(question, true).join();
    return answer.orTimeout(60, TimeUnit.SECONDS).join();
  }

  private static String quoted(String text) {
    try {
      StringWriter json = new StringWriter();
      new ScriptJson(json).value(text);
      return json.toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      take(message.toString());
      message.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void take(String text) {
    Matcher answer = ANSWER.matcher(text);
    Matcher request = REQUEST.matcher(text);
    if (answer.find()) {
      answers.remove(Integer.valueOf(answer.group(1))).complete(text);
    } else if (COMPLAINT.matcher(text).find()) {
      complaints.add(text);
    } else if (request.find() && !request.group(1).startsWith("file:")) {
      requests.add(request.group(1));
    }
  }
}
