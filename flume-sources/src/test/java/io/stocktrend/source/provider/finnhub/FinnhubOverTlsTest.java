package io.stocktrend.source.provider.finnhub;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stocktrend.source.http.FailureKind;
import io.stocktrend.source.http.ProviderClient;
import io.stocktrend.source.http.ProvidersFile;
import io.stocktrend.source.http.Redactor;
import io.stocktrend.source.provider.ProviderAccess;
import io.stocktrend.source.provider.SteppedTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinnhubOverTlsTest {
  @TempDir Path folder;

  @Test
  void theKeyIsNotSentToAServerThatNobodyVouchesFor() throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    HandshakeCertificates certificates =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    SteppedTime time = new SteppedTime("2026-11-02T15:05:00Z");
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(certificates.sslSocketFactory());
      server.enqueue(new MockResponse.Builder().body("{\"c\":1,\"t\":1}").build());
      server.start();
      Path file = folder.resolve("providers.properties");
      Files.writeString(
          file, "finnhub.baseUrl = https://localhost:" + server.getPort() + "/api/v1\n");
      ProvidersFile providers = ProvidersFile.load(file);
      try (ProviderClient client =
          ProviderClient.open(
              providers.settings("finnhub"), folder, new Redactor(List.of()), time.timing())) {
        ProviderAccess access = new ProviderAccess(client, providers, "key", time);
        var quotes = new FinnhubQuoteProvider(access).quotes(List.of("IBM"));
        assertEquals(FailureKind.UNAVAILABLE, quotes.failed().get("IBM").kind());
      }
      assertEquals(0, server.getRequestCount());
    }
  }
}
