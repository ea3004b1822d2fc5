package io.stocktrend.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stocktrend.simulator.alphavantage.AlphaVantageRefusals;
import io.stocktrend.simulator.wire.Answer;
import io.stocktrend.simulator.wire.Request;
import io.stocktrend.simulator.wire.Route;
import io.stocktrend.simulator.yahoo.YahooRefusals;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Stream;

/** The answer that a rule makes of a request; how it is sent is not decided here. */
final class FaultyAnswers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAGE =
      "<!DOCTYPE html><html><head><title>Synthetic page</title></head>"
          + "<body><h1>Will be right back</h1></body></html>";

  private FaultyAnswers() {}

  static Answer of(Fault fault, Route route, Request request) {
    return switch (fault.kind()) {
      case INVALID_CRUMB -> YahooRefusals.invalidCrumb();
      case CRUMB_429 -> retryable(fault, YahooRefusals.tooManyRequests(), request);
      case STATUS -> retryable(fault, status(fault), request);
      case HTML -> Answer.of(fault.number("status", 200), Answer.HTML, PAGE);
      case NOTE -> AlphaVantageRefusals.note();
      case INFORMATION -> AlphaVantageRefusals.dailyLimit(key(request));
      case PREMIUM -> AlphaVantageRefusals.premium();
      case ERROR_MESSAGE ->
          AlphaVantageRefusals.invalidCall(request.parameter("function").orElse(""));
      case REDIRECT -> redirect(fault);
      case EMPTY -> empty(fault, route, request);
      case TRUNCATED -> truncated(route.handler().answer(request));
      case MISSING_MEMBERS, NULL_ROW, FUTURE_TIME, NEGATIVE_PRICE ->
          spoilt(fault, route.handler().answer(request));
      case SPLIT -> split(fault, route.handler().answer(request), request);
      case SLOW, HANG, CUT, OVERSIZED -> route.handler().answer(request);
    };
  }

  private static Answer status(Fault fault) {
    int status = fault.number("status", 500);
    String body = fault.text("body", "Synthetic status " + status);
    boolean json = body.startsWith("{") || body.startsWith("[");
    return Answer.of(status, json ? Answer.JSON : Answer.TEXT, body);
  }

  private static Answer retryable(Fault fault, Answer answer, Request request) {
    if (fault.parameters().containsKey("retryAfterDate")) {
      Instant date = request.receivedAt().plusSeconds(fault.number("retryAfterDate", 0));
      return answer.with("Retry-After", httpDate(date));
    }
    String retryAfter = fault.text("retryAfter", "");
    return retryAfter.isEmpty() ? answer : answer.with("Retry-After", retryAfter);
  }

  private static String httpDate(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }

  private static String key(Request request) {
    return Stream.of("apikey", "apiKey", "token", "api_key")
        .flatMap(name -> request.parameter(name).stream())
        .findFirst()
        .or(() -> request.header("X-Finnhub-Token"))
        .orElse("");
  }

  private static Answer redirect(Fault fault) {
    return Answer.text(fault.number("status", 302), "")
        .with("Location", fault.text("location", ""));
  }

  private static Answer empty(Fault fault, Route route, Request request) {
    boolean others = !fault.symbol().isEmpty() && request.symbols().size() > 1;
    if (!others) {
      return route.empty().answer(request);
    }
    Answer answer = route.handler().answer(request);
    JsonNode json = parse(answer);
    new PayloadFault(fault).leaveOut(json);
    return answer.withBody(bytes(json));
  }

  private static Answer truncated(Answer answer) {
    return answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
  }

  private static Answer spoilt(Fault fault, Answer answer) {
    JsonNode json = parse(answer);
    if (!json.isContainerNode()) {
      return answer;
    }
    new PayloadFault(fault).spoil(json);
    return answer.withBody(bytes(json));
  }

  private static Answer split(Fault fault, Answer answer, Request request) {
    JsonNode json = parse(answer);
    new SplitFault(fault).apply(json, request);
    return json.isObject() ? answer.withBody(bytes(json)) : answer;
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static JsonNode parse(Answer answer) {
    boolean json = answer.headers().stream().anyMatch(h -> h.getValue().equals(Answer.JSON));
    if (!json) {
      return JsonNodeFactory.instance.missingNode();
    }
    try {
      return JSON.readTree(answer.bodyText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a simulated provider's own answer is no JSON", e);
    }
  }
}
