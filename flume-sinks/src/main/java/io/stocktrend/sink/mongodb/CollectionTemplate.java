package io.stocktrend.sink.mongodb;

import io.stocktrend.record.Settings;
import io.stocktrend.sink.file.PathTemplate;
import io.stocktrend.sink.file.UnresolvablePathException;
import java.util.Map;
import java.util.Optional;

/** The name of an event's collection: a text with Flume's escapes over its headers. */
final class CollectionTemplate {
  private static final String ALLOWED =
      "a collection's name without / and $, with Flume's escapes only, such as %{dataset}";

  private final PathTemplate template;

  private CollectionTemplate(PathTemplate template) {
    this.template = template;
  }

  static CollectionTemplate of(Settings settings, String otherwise) {
    String text = settings.text("collection", otherwise);
    if (text.contains("/") || MongoNames.objection(text).isPresent()) {
      throw settings.wrong("collection", text, ALLOWED, null);
    }
    try {
      return new CollectionTemplate(PathTemplate.in(text));
    } catch (IllegalArgumentException e) {
      throw settings.wrong("collection", text, ALLOWED, e);
    }
  }

  /** The collection of an event with these headers. */
  String resolve(Map<String, String> headers) throws UnfitRecordException {
    String name;
    try {
      name = template.resolve(headers);
    } catch (UnresolvablePathException e) {
      throw new UnfitRecordException("it has no collection: " + e.getMessage(), e);
    }
    Optional<String> objection = MongoNames.objection(name);
    if (objection.isPresent()) {
      throw new UnfitRecordException("no collection can have its name: " + objection.get(), null);
    }
    return name;
  }
}
