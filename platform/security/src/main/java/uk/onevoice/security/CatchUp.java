package uk.onevoice.security;

/**
 * Waits until this service knows what the caller has already seen elsewhere, before it is asked who
 * the caller is. The wait is bounded, and afterwards the request goes on in any case.
 */
public interface CatchUp {
  /**
   * @param positions the {@code X-Position} header
   */
  void await(String positions);
}
