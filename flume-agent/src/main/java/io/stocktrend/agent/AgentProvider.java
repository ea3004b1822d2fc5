package io.stocktrend.agent;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.apache.flume.conf.FlumeConfiguration;
import org.apache.flume.node.ConfigurationSource;
import org.apache.flume.node.MaterializedConfiguration;
import org.apache.flume.node.SimpleMaterializedConfiguration;
import org.apache.flume.node.UriConfigurationProvider;

/**
 * Flume's own provider over an {@link AgentFile}. One provider serves an agent for life, because it
 * hands the running memory channels over to the next configuration.
 */
final class AgentProvider extends UriConfigurationProvider {
  private final Content content;
  private FlumeConfiguration parsed;

  AgentProvider(String agent) {
    this(agent, new Content());
  }

  private AgentProvider(String agent, Content content) {
    super(agent, List.of(content), null, null, 0);
    this.content = content;
  }

  /** Sets up every component of the file, and compares with what the file asks for. */
  Prepared prepare(AgentFile file) {
    content.file = file;
    parsed = null;
    AgentCheck check = new AgentCheck(file, getAgentName());
    try {
      MaterializedConfiguration made = getConfiguration();
      return new Prepared(made, check.errors(parsed, made));
    } catch (RuntimeException | LinkageError e) {
      MaterializedConfiguration nothing = new SimpleMaterializedConfiguration();
      List<String> errors = check.errors(parsed, nothing);
      return new Prepared(nothing, errors.isEmpty() ? List.of(Causes.oneLine(e)) : errors);
    }
  }

  /** What Flume took of the file that was prepared last; null if it could not read it. */
  FlumeConfiguration parsed() {
    return parsed;
  }

  @Override
  public FlumeConfiguration getFlumeConfiguration() {
    parsed = super.getFlumeConfiguration();
    return parsed;
  }

  private static final class Content implements ConfigurationSource {
    private AgentFile file;

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(file.bytes());
    }

    @Override
    public String getUri() {
      return file.path().toUri().toString();
    }

    @Override
    public String getExtension() {
      return PROPERTIES;
    }
  }
}
