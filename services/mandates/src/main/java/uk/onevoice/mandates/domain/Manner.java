package uk.onevoice.mandates.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an answer came.
 *
 * @param wordsRef the condition or the reason, in the vault
 * @param evidenceRef on what somebody else entered it, in the vault
 * @param legalEntityId the legal entity that chose to answer once for all of its practices
 * @param carriedFrom the practice that gave it before, and which this one follows
 */
public record Manner(
    Through through,
    @Nullable UUID wordsRef,
    @Nullable UUID evidenceRef,
    @Nullable OrganisationId legalEntityId,
    @Nullable PracticeId carriedFrom) {
  public static final Manner ONLINE = new Manner(Through.ONLINE, null, null, null, null);

  /** Where the answer was given. */
  public enum Through {
    ONLINE,
    MEETING,
    LETTER,
    IMPORT,
    CARRIED
  }

  Manner in(@Nullable UUID words) {
    return new Manner(through, words, evidenceRef, legalEntityId, carriedFrom);
  }
}
