package uk.onevoice.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.List;

/** Words under the keys of all they are about, one around the other: each of them is needed. */
final class Seals {
  private Seals() {}

  /**
   * @param keys in the order of their subjects
   */
  static byte[] seal(VaultRef ref, String words, List<byte[]> keys) {
    try {
      byte[] sealed = words.getBytes(UTF_8);
      for (byte[] key : keys) {
        sealed = new AesGcmJce(key).encrypt(sealed, bound(ref));
      }
      return sealed;
    } catch (GeneralSecurityException cause) {
      throw new VaultUnavailable("Words could not be sealed.", cause);
    }
  }

  static String open(VaultRef ref, byte[] sealed, List<byte[]> keys) {
    try {
      byte[] words = sealed;
      for (byte[] key : keys.reversed()) {
        words = new AesGcmJce(key).decrypt(words, bound(ref));
      }
      return new String(words, UTF_8);
    } catch (GeneralSecurityException cause) {
      throw new VaultUnavailable("Words could not be opened.", cause);
    }
  }

  /** A sealed text copied to another row does not open there. */
  private static byte[] bound(VaultRef ref) {
    return ref.toString().getBytes(UTF_8);
  }
}
