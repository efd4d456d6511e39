package uk.onevoice.feeds.reading;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys that are derived from the feed's one secret, each for one purpose. */
public final class Secrets {
  private static final String HMAC = "HmacSHA256";

  private final byte[] secret;

  public Secrets(String secret) {
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
  }

  /** 32 bytes, the same for the same purpose; no key tells anything of another. */
  public byte[] key(String purpose) {
    return hmac(secret, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC with SHA-256. */
  public static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("Every Java has " + HMAC, cause);
    }
  }
}
