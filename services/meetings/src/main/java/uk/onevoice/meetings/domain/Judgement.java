package uk.onevoice.meetings.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says about how far an outcome came from general practice.
 *
 * @param briefed whether they had acknowledged the meeting's brief: who was briefed may judge as
 *     well as who was there
 * @param evidenceRef what shows it, in the vault; null where nothing was typed
 * @param sameWithoutUs null where they do not say
 */
public record Judgement(
    Influence influence,
    PersonId by,
    boolean briefed,
    @Nullable UUID evidenceRef,
    @Nullable SameWithoutUs sameWithoutUs) {}
