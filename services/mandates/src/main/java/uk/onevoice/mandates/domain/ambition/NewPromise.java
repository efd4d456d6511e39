package uk.onevoice.mandates.domain.ambition;

import java.time.LocalDate;
import uk.onevoice.kernel.WordsRef;

/** What a federation offers to owe, and by when. */
public record NewPromise(PromiseId promiseId, WordsRef promiseRef, LocalDate due) {}
