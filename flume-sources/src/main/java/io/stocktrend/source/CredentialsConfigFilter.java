package io.stocktrend.source;

import java.util.Map;
import org.apache.flume.conf.ConfigurationException;
import org.apache.flume.configfilter.AbstractConfigFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts secrets of {@code credentials.json} in the place of {@code ${credentials['finnhub_apiKey']}}
 * in agent files, so that no key stands there or in Flume's log. A secret that the file does not
 * have becomes empty, which leaves its provider out.
 */
public final class CredentialsConfigFilter extends AbstractConfigFilter {
  private static final Logger LOG = LoggerFactory.getLogger(CredentialsConfigFilter.class);

  private Credentials credentials;

  /**
   * Reads the file.
   *
   * @throws ConfigurationException if it may not or cannot be read; Flume then leaves the
   *     placeholders in place, and every component that has one refuses to start
   */
  @Override
  public void initializeWithConfiguration(Map<String, String> configuration) {
    credentials = Credentials.load(System.getenv());
    if (credentials.isEmpty()) {
      LOG.info(
          "There are no credentials: providers that need a key are left out. Put the keys into"
              + " conf/credentials.json (mode 0600), or point {} to the file.",
          Credentials.VARIABLE);
    }
  }

  @Override
  public String filter(String key) {
    return credentials.find(key).orElse("");
  }
}
