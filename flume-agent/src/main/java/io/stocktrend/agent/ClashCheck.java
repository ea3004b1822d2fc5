package io.stocktrend.agent;

import java.util.List;
import java.util.Map;
import org.apache.flume.Context;

/** Finds components that would share a folder which each needs for itself. */
final class ClashCheck {
  private final List<Claim> claims;
  private final Findings findings;

  ClashCheck(Map<Component, Context> settings, Findings findings) {
    this.claims = Claim.of(settings);
    this.findings = findings;
  }

  /** Compares the components of the agent with each other. */
  void run() {
    for (int later = 1; later < claims.size(); later++) {
      Claim claim = claims.get(later);
      claims.subList(0, later).stream()
          .filter(claim::overlaps)
          .findFirst()
          .ifPresent(earlier -> add(claim, earlier, owner(claim, earlier)));
    }
  }

  /** Compares them with those of an agent that is to run beside this one. */
  void run(Neighbour other) {
    List<Claim> taken = Claim.of(other.settings());
    for (Claim claim : claims) {
      taken.stream()
          .filter(claim::overlaps)
          .findFirst()
          .ifPresent(earlier -> add(claim, earlier, owner(earlier, other)));
    }
  }

  private void add(Claim claim, Claim earlier, String owner) {
    findings.add(
        claim.owner(),
        "%s = '%s' overlaps %s ('%s'): give it %s"
            .formatted(claim.key(), claim.folder(), owner, earlier.folder(), remedy(claim)));
  }

  private static String owner(Claim claim, Claim earlier) {
    return earlier.owner().equals(claim.owner())
        ? "its own " + earlier.key()
        : earlier.key() + " of " + earlier.owner();
  }

  private static String owner(Claim earlier, Neighbour other) {
    String key = earlier.owner().prefix(other.agent()) + "." + earlier.key();
    return "%s of the agent %s in %s".formatted(key, other.agent(), other.file().place(key));
  }

  private static String remedy(Claim claim) {
    return switch (claim.owner().kind()) {
      case CHANNEL -> "a folder of its own, two channels in one folder lose events";
      case SOURCE -> "a stateDir of its own, two sources of one name in one lose their place";
      default -> "a folder of its own, two sinks in one folder disturb each other";
    };
  }
}
