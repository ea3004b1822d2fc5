package io.stocktrend.interceptor.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Scores financial news by a lexicon of words and phrases and by rules about what rises, falls, is
 * compared or negated. Needs nothing but the JDK.
 */
public final class FinanceLexiconEngine implements SentimentEngine {
  private static final String VERSION = "1";
  private static final List<String> FILES =
      List.of("words.txt", "directions.txt", "nouns.txt", "phrases.txt", "grammar.txt");
  private static final double DECIDES = 0.3;
  private static final double QUESTION = 0.2;

  private final Lexicon lexicon;
  private final String version;

  /** The engine with the terms that this artifact ships. */
  public FinanceLexiconEngine() {
    this(shipped(), VERSION);
  }

  private FinanceLexiconEngine(Lexicon lexicon, String version) {
    this.lexicon = lexicon;
    this.version = version;
  }

  @Override
  public String name() {
    return "finance-lexicon";
  }

  @Override
  public String version() {
    return version;
  }

  /** Adds a file of terms; the version then ends with the checksum of that file. */
  @Override
  public SentimentEngine with(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Lexicon longer = shipped();
      LexiconReader.read(longer, file.toString(), new BufferedReader(new StringReader(text)));
      CRC32 checksum = new CRC32();
      checksum.update(bytes);
      return new FinanceLexiconEngine(
          longer, VERSION + String.format("+%08x", checksum.getValue()));
    } catch (IOException e) {
      throw new IllegalArgumentException("a readable file of terms in UTF-8 (" + e + ")", e);
    }
  }

  @Override
  public Sentiment score(String text) {
    Reading reading = new Reading(lexicon.items(Tokenizer.tokens(text)));
    double frame = 1;
    for (int at = 0; at < reading.size(); at++) {
      Item item = reading.item(at);
      if (item.isDirection()) {
        new DirectionRule(reading).apply(at);
      } else if (item.is(Term.Kind.FRAME)) {
        frame *= item.term().weight();
      } else if (item.words().equals("?")) {
        frame *= QUESTION;
      }
    }
    new StandingRule(reading).apply();
    return sentiment(reading, frame);
  }

  private static Sentiment sentiment(Reading reading, double frame) {
    double total = reading.total() * frame;
    double score = total / (1 + Math.abs(total));
    SentimentLabel label =
        Math.abs(score) < DECIDES
            ? SentimentLabel.NEUTRAL
            : score > 0 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    return new Sentiment(score, label, reading.evidence(frame));
  }

  private static Lexicon shipped() {
    Lexicon lexicon = new Lexicon();
    for (String name : FILES) {
      try (InputStream in = FinanceLexiconEngine.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IllegalStateException("the artifact lacks its resource " + name);
        }
        LexiconReader.read(
            lexicon, name, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return lexicon;
  }
}
