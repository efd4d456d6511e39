package uk.onevoice.feeds.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import uk.onevoice.feeds.log.Filter;
import uk.onevoice.feeds.readers.Reader;

/**
 * Cursors: a position of the log, encrypted for one reader and one filter (AES-256-GCM, whose tag
 * covers both). All have one length, and two for the same position differ: nobody can tell from
 * them how far the log has gone, or whether it has.
 */
final class Cursors {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int LENGTH = NONCE + Long.BYTES + TAG_BITS / 8;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec key;

  Cursors(Secrets secrets) {
    this.key = new SecretKeySpec(secrets.key("cursor"), "AES");
  }

  /** A new one for what comes behind this position. */
  String of(Reader reader, Filter filter, long position) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] plain = ByteBuffer.allocate(Long.BYTES).putLong(position).array();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, reader, filter).doFinal(plain);
      byte[] whole = ByteBuffer.allocate(LENGTH).put(nonce).put(sealed).array();
      return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    } catch (GeneralSecurityException cause) {
      throw new IllegalStateException("A cursor could not be made", cause);
    }
  }

  /** The position; empty for what is no cursor of this reader for this filter. */
  OptionalLong position(Reader reader, Filter filter, String cursor) {
    try {
      byte[] whole = Base64.getUrlDecoder().decode(cursor);
      if (whole.length != LENGTH) {
        return OptionalLong.empty();
      }
      byte[] nonce = new byte[NONCE];
      ByteBuffer.wrap(whole).get(nonce);
      byte[] plain =
          cipher(Cipher.DECRYPT_MODE, nonce, reader, filter).doFinal(whole, NONCE, LENGTH - NONCE);
      return OptionalLong.of(ByteBuffer.wrap(plain).getLong());
    } catch (GeneralSecurityException | IllegalArgumentException forged) {
      return OptionalLong.empty();
    }
  }

  private Cipher cipher(int mode, byte[] nonce, Reader reader, Filter filter)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    String bound = reader.client() + "\n" + reader.organisation() + "\n" + filter.key();
    cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
