package io.stocktrend.source;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** The warnings and errors that are logged while it runs, one line each. */
final class LogTape extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  LogTape() {
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    String level = event.getLevel().toString();
    if (level.equals("WARN") || level.equals("ERROR")) {
      complaints.add(level + " " + event.getFormattedMessage());
    }
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
