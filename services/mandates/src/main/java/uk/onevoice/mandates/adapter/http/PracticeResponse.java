package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import uk.onevoice.mandates.domain.Answer;
import uk.onevoice.mandates.domain.PracticeId;

/**
 * The body of POST /v1/mandates/{id}/responses.
 *
 * @param on null for today
 */
record PracticeResponse(PracticeId practiceId, Answer answer, @Nullable LocalDate on) {}
