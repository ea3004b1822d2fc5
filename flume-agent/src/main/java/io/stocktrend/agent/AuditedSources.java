package io.stocktrend.agent;

import io.stocktrend.record.FolderLock;
import io.stocktrend.source.AuditedSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flume.Context;

/**
 * The sources of agent files that can be audited, set up and not started; a running agent does not
 * mind.
 */
public final class AuditedSources implements AutoCloseable {
  private final List<Found> found = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<Prepared> prepared = new ArrayList<>();

  private AuditedSources() {}

  /**
   * A source of an agent file.
   *
   * @param settings as the agent takes them
   */
  public record Found(String agent, String name, AuditedSource source, Context settings) {}

  /**
   * Reads the files; a source that cannot be set up is left out.
   *
   * @throws IllegalArgumentException if a file cannot be read; its message says why
   */
  public static AuditedSources read(List<Path> files) {
    AuditedSources sources = new AuditedSources();
    try {
      FolderLock.lookOnly(
          () -> {
            files.forEach(sources::add);
            return null;
          });
      return sources;
    } catch (RuntimeException e) {
      sources.close();
      throw e;
    }
  }

  /** The sources, in the order of the files and their names. */
  public List<Found> found() {
    return List.copyOf(found);
  }

  /** What keeps the agents from starting as they stand in the files, one line each. */
  public List<String> errors() {
    return List.copyOf(errors);
  }

  private void add(Path path) {
    AgentFile file;
    try {
      file = AgentFile.read(path);
    } catch (RefusedStartException e) {
      throw new IllegalArgumentException(String.join("; ", e.errors()), e);
    }
    file.agents().forEach(agent -> add(file, agent));
  }

  private void add(AgentFile file, String agent) {
    Prepared made = new AgentProvider(agent).prepare(file);
    prepared.add(made);
    errors.addAll(made.errors());
    new TreeMap<>(made.configuration().getSourceRunners())
        .forEach(
            (name, runner) -> {
              if (runner.getSource() instanceof AuditedSource source) {
                Context own = made.settings().get(new Component(Kind.SOURCE, name));
                found.add(new Found(agent, name, source, own));
              }
            });
  }

  @Override
  public void close() {
    prepared.forEach(Prepared::discard);
  }
}
