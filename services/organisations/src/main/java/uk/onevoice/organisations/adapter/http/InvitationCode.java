package uk.onevoice.organisations.adapter.http;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import uk.onevoice.organisations.domain.invitation.CodeHash;
import uk.onevoice.organisations.domain.person.PersonId;

/**
 * What is handed to a person: whose invitation it is, by reference, and 24 random bytes, too many
 * to be tried.
 */
record InvitationCode(String value, PersonId person) {
  private static final int RANDOM = 24;
  private static final int WHO = 2 * Long.BYTES;
  private static final SecureRandom SOURCE = new SecureRandom();

  static InvitationCode drawn(PersonId person) {
    var bytes = new byte[WHO + RANDOM];
    SOURCE.nextBytes(bytes);
    ByteBuffer.wrap(bytes)
        .putLong(person.value().getMostSignificantBits())
        .putLong(person.value().getLeastSignificantBits());
    return new InvitationCode(
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), person);
  }

  /** The code as somebody typed or pasted it; nothing when it cannot be one. */
  static Optional<InvitationCode> read(String text) {
    String code = text.strip();
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(code);
    } catch (IllegalArgumentException noCode) {
      return Optional.empty();
    }
    if (bytes.length != WHO + RANDOM) {
      return Optional.empty();
    }
    var who = ByteBuffer.wrap(Arrays.copyOf(bytes, WHO));
    return Optional.of(
        new InvitationCode(code, new PersonId(new UUID(who.getLong(), who.getLong()))));
  }

  CodeHash hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Base64.getUrlDecoder().decode(value));
      return new CodeHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException cause) {
      throw new IllegalStateException("Every Java has SHA-256.", cause);
    }
  }

  /** Not the code: whoever writes this into a log must not give it away. */
  @Override
  public String toString() {
    return "code for " + person;
  }
}
