package io.stocktrend.agent;

import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.configfilter.AbstractConfigFilter;

/** A config filter that knows one secret, and fails to open when told to. */
public final class LockedFilter extends AbstractConfigFilter {
  @Override
  public String filter(String key) {
    return key.equals("known") ? "s3cret" : null;
  }

  @Override
  public void initializeWithConfiguration(Map<String, String> configuration) {
    if (configuration.containsKey("open")) {
      throw new ConfigurationException("credentials.json is readable by others: chmod 600 it");
    }
  }
}
