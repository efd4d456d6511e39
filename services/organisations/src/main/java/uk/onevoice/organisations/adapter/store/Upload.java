package uk.onevoice.organisations.adapter.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.ActorRef;
import uk.onevoice.organisations.domain.imported.ImportId;
import uk.onevoice.organisations.domain.imported.ImportedSource;

/**
 * An uploaded file and what has come of it so far.
 *
 * @param counts what it would change, and since it was accepted what it has changed
 * @param askedBy who accepted it, or asked to undo it; null before
 * @param actingFor for whom they did
 * @param steps streams to be written in all, 0 before it is accepted
 * @param positions X-Position of what was appended, null where nothing was
 * @param failure why it stopped, null where it did not
 */
public record Upload(
    ImportId id,
    ImportState state,
    String sha256,
    List<ImportedSource> sources,
    Map<String, Integer> counts,
    ActorRef uploadedBy,
    Instant uploadedAt,
    @Nullable ActorRef askedBy,
    @Nullable String actingFor,
    int stepsDone,
    int steps,
    long firstPosition,
    long lastPosition,
    @Nullable String positions,
    @Nullable String failure) {}
