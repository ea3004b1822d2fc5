package io.stocktrend.source;

import io.stocktrend.source.http.Activity;
import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderClient;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows over JMX, where Flume's monitoring looks, what a source asks of one provider. */
final class ProviderFigures implements ProviderFiguresMBean {
  private static final Logger LOG = LoggerFactory.getLogger(ProviderFigures.class);

  private final String source;
  private final String provider;
  private final ProviderClient client;

  private ProviderFigures(String source, String provider, ProviderClient client) {
    this.source = source;
    this.provider = provider;
    this.client = client;
  }

  /** Shows the figures of these clients, by provider, until the returned action hides them. */
  static Runnable show(String source, Map<String, ProviderClient> clients) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    List<ObjectName> shown = new ArrayList<>();
    clients.forEach(
        (provider, client) -> {
          try {
            ObjectName name =
                new ObjectName("org.apache.flume.provider:type=" + source + "." + provider);
            if (server.isRegistered(name)) {
              server.unregisterMBean(name);
            }
            server.registerMBean(new ProviderFigures(source, provider, client), name);
            shown.add(name);
          } catch (JMException e) {
            LOG.warn("No figures of source {} and provider {}: {}", source, provider, e.toString());
          }
        });
    return () -> shown.forEach(name -> hide(server, name));
  }

  private static void hide(MBeanServer server, ObjectName name) {
    try {
      server.unregisterMBean(name);
    } catch (JMException e) {
      LOG.debug("{} was hidden already", name, e);
    }
  }

  private long count(FailureKind kind) {
    return count(Activity.outcome(kind));
  }

  private long count(String outcome) {
    return client.activity().requests().get(outcome);
  }

  @Override
  public String getType() {
    return "PROVIDER";
  }

  @Override
  public String getSource() {
    return source;
  }

  @Override
  public String getProvider() {
    return provider;
  }

  @Override
  public long getAnsweredCount() {
    return count(Activity.ANSWERED);
  }

  @Override
  public long getAuthenticationCount() {
    return count(FailureKind.AUTHENTICATION);
  }

  @Override
  public long getRateLimitCount() {
    return count(FailureKind.RATE_LIMIT);
  }

  @Override
  public long getQuotaCount() {
    return count(FailureKind.QUOTA);
  }

  @Override
  public long getUnavailableCount() {
    return count(FailureKind.UNAVAILABLE);
  }

  @Override
  public long getMalformedCount() {
    return count(FailureKind.MALFORMED);
  }

  @Override
  public long getNotFoundCount() {
    return count(FailureKind.NOT_FOUND);
  }

  @Override
  public long getNotAskedCount() {
    return count(Activity.NOT_ASKED);
  }

  @Override
  public long getRequestMillis() {
    return client.activity().requestTime().toMillis();
  }

  @Override
  public long getLimitWaitMillis() {
    return client.activity().limitWait().toMillis();
  }

  @Override
  public long getRetryCount() {
    return client.activity().retries();
  }

  @Override
  public long getQuotaLeft() {
    return QuotaLeft.of(client);
  }

  @Override
  public long getLeftAlone() {
    return client.isLeftAlone() ? 1 : 0;
  }
}
