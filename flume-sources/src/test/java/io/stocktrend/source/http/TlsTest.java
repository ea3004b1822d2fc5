package io.stocktrend.source.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which servers are trusted, and that nothing leaves this machine without TLS. */
class TlsTest {
  @TempDir private Path folder;

  @Test
  void aCertificateThatNobodyVouchesForIsRefused() throws Exception {
    try (ClientBench bench = bench(new HttpCalls(Duration.ofSeconds(5)))) {
      useTls(bench, new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build());
      bench.willAnswer(200);
      ProviderException failure = bench.failure();
      assertEquals(FailureKind.UNAVAILABLE, failure.kind());
      assertTrue(failure.getMessage().contains("certificate"), failure.getMessage());
    }
  }

  @Test
  void aPrivateAuthorityIsTrustedWhereJavasTrustStoreHasIt() throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    try (ClientBench bench = bench(callsTrusting(authority))) {
      useTls(bench, certificateOf(authority, "localhost"));
      bench.willAnswer(200);
      assertEquals(200, bench.get().status());
    }
  }

  @Test
  void aTrustedCertificateOfAnotherHostIsRefused() throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    try (ClientBench bench = bench(callsTrusting(authority))) {
      useTls(bench, certificateOf(authority, "elsewhere.example"));
      bench.willAnswer(200);
      assertEquals(FailureKind.UNAVAILABLE, bench.failure().kind());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:%d/q", "http://localhost:%d/q", "http://192.0.2.1/q"})
  void aRedirectNeverLeavesTls(String target) throws Exception {
    HeldCertificate authority = new HeldCertificate.Builder().certificateAuthority(0).build();
    try (ClientBench bench = bench(callsTrusting(authority));
        RawServer plain = RawServer.hangingAfter("")) {
      useTls(bench, certificateOf(authority, "localhost"));
      bench.willAnswer(302, "Location", target.formatted(plain.url().port()));
      ProviderException failure = bench.failure();
      assertEquals(FailureKind.MALFORMED, failure.kind());
      assertEquals("https", bench.server.takeRequest().getUrl().scheme());
      assertEquals(0, plain.requests());
      assertFalse(failure.getMessage().contains(ClientBench.CANARY), failure.getMessage());
    }
  }

  @Test
  void plainHttpToAnotherMachineIsNeverSent() throws Exception {
    try (ClientBench bench = bench(new HttpCalls(Duration.ofSeconds(5)))) {
      ProviderException failure = bench.failure(HttpUrl.get("http://192.0.2.1/q"));
      assertEquals(FailureKind.MALFORMED, failure.kind());
      assertTrue(failure.getMessage().contains("https"), failure.getMessage());
    }
  }

  private ClientBench bench(HttpCalls calls) throws Exception {
    return new ClientBench(folder, 1, calls);
  }

  /** Calls of a Java that was started with a trust store of its own. */
  private HttpCalls callsTrusting(HeldCertificate authority) throws Exception {
    Path store = folder.resolve("trust.p12");
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("private", authority.certificate());
    try (OutputStream out = Files.newOutputStream(store)) {
      trusted.store(out, "changeit".toCharArray());
    }
    System.setProperty("javax.net.ssl.trustStore", store.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", "changeit");
    try {
      return new HttpCalls(Duration.ofSeconds(5));
    } finally {
      System.clearProperty("javax.net.ssl.trustStore");
      System.clearProperty("javax.net.ssl.trustStorePassword");
    }
  }

  private static HeldCertificate certificateOf(HeldCertificate authority, String host) {
    return new HeldCertificate.Builder()
        .signedBy(authority)
        .addSubjectAlternativeName(host)
        .build();
  }

  private static void useTls(ClientBench bench, HeldCertificate certificate) {
    HandshakeCertificates own =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    bench.server.useHttps(own.sslSocketFactory());
  }
}
