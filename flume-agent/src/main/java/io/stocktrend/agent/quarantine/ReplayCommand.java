package io.stocktrend.agent.quarantine;

import io.stocktrend.agent.primary.EncryptionOptions;
import io.stocktrend.agent.primary.PrimaryStore;
import io.stocktrend.client.ClientException;
import io.stocktrend.client.ClientException.Fault;
import io.stocktrend.client.cli.Stdio;
import io.stocktrend.interceptor.ValidationInterceptor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.flume.Context;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.interceptor.Interceptor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts events that were set aside into the Parquet store. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = {
      "Stores events that were set aside in the Parquet primary, if they are valid by now.",
      "It takes them out of the quarantine. The agents may run meanwhile. Exit code 1 if an",
      "event was refused again; it stays."
    })
final class ReplayCommand implements Callable<Integer> {
  private static final String WRITER = "quarantine.replay";

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description = "Ids, or enough of their beginnings; without any, every event.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--force", description = "Store also what validation refuses, if it is readable.")
  private boolean force;

  @Option(
      names = "--symbols",
      paramLabel = "LIST|@FILE",
      description = "The universe that validation knows, as the agent file has it.")
  private String symbols;

  @Mixin private ShelfOptions options;
  @Mixin private EncryptionOptions encryption;

  @Override
  public Integer call() throws IOException {
    Shelf shelf = options.shelf();
    List<Kept> chosen = chosen(shelf);
    Optional<Interceptor> validation = force ? Optional.empty() : Optional.of(validation());
    PrintStream out = new PrintStream(Stdio.ofProcess().out(), true, StandardCharsets.UTF_8);
    try (PrimaryStore target = new PrimaryStore(options.root(), encryption.encryption(), WRITER)) {
      Replay.Outcome outcome = new Replay(validation, target).run(chosen);
      outcome
          .refused()
          .forEach((id, reason) -> out.println("refused again: " + id + ": " + reason));
      out.printf("%d replayed, %d refused again%n", outcome.stored(), outcome.refused().size());
      return outcome.refused().isEmpty() ? 0 : 1;
    } catch (ConfigurationException | IllegalArgumentException e) {
      throw new ClientException(Fault.DATA, e.getMessage(), e);
    } catch (IOException e) {
      throw new ClientException(
          Fault.DATA, "not everything could be replayed, do it again: " + e.getMessage(), e);
    }
  }

  private List<Kept> chosen(Shelf shelf) {
    if (ids.isEmpty()) {
      return shelf.all();
    }
    Set<Kept> chosen = new LinkedHashSet<>();
    ids.forEach(id -> chosen.add(shelf.find(id)));
    return List.copyOf(chosen);
  }

  private Interceptor validation() {
    ValidationInterceptor.Builder builder = new ValidationInterceptor.Builder();
    try {
      builder.configure(new Context(symbols == null ? Map.of() : Map.of("symbols", symbols)));
    } catch (ConfigurationException e) {
      throw new ClientException(Fault.REQUEST, e.getMessage(), e);
    }
    return builder.build();
  }
}
