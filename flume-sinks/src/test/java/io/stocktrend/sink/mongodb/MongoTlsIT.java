package io.stocktrend.sink.mongodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stocktrend.sink.ChildJvm;
import io.stocktrend.sink.Quotes;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.TreeSet;
import org.apache.flume.channel.file.FileChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaks TLS as the address asks for, with the trust that the process has. */
final class MongoTlsIT {
  private static final int EVENTS = 20;

  @TempDir Path base;

  @Test
  void onlyACertificateThatTheProcessTrustsIsTaken() throws Exception {
    FileChannel channel = DrainedFileChannel.open(base);
    new MongoRig(base, channel, "").put(Quotes.events(0, EVENTS));
    channel.stop();
    Path file = base.resolve("server.p12");
    KeyStore store = Certificates.create(file);
    PrivateKey key =
        (PrivateKey) store.getKey(Certificates.ALIAS, Certificates.PASSWORD.toCharArray());
    X509Certificate certificate = (X509Certificate) store.getCertificate(Certificates.ALIAS);
    try (MongoStandIn server = new MongoStandIn(key, certificate)) {
      List<String> arguments =
          List.of(
              base.toString(), server.uri() + "/?tls=true&serverSelectionTimeoutMS=2000", "100");
      ChildJvm distrusting = ChildJvm.create().start(MongoCrashIT.Drain.class, arguments);
      assertEquals(0, distrusting.exitCode(), distrusting.output());
      assertTrue(server.collections().isEmpty(), "nothing is stored on a stranger");

      ChildJvm trusting =
          ChildJvm.create()
              .with("-Djavax.net.ssl.trustStore=" + file)
              .with("-Djavax.net.ssl.trustStorePassword=" + Certificates.PASSWORD)
              .start(MongoCrashIT.Drain.class, arguments);
      assertEquals(0, trusting.exitCode(), trusting.output());
      assertEquals(new TreeSet<>(Quotes.symbols(0, EVENTS)), server.symbols());
    }
  }
}
