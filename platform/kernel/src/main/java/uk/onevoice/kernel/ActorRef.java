package uk.onevoice.kernel;

/**
 * Who acted, by reference only: {@code person:<uuid>}, {@code client:<id>} or {@code
 * service:<name>}. Never a name or an address.
 */
public record ActorRef(String value) {
  public ActorRef {
    if (!value.matches("(person|client|service):[A-Za-z0-9._-]{1,80}")) {
      throw new IllegalArgumentException("An actor is person:, client: or service: and an id.");
    }
  }

  public static ActorRef person(String id) {
    return new ActorRef("person:" + id);
  }

  public static ActorRef client(String id) {
    return new ActorRef("client:" + id);
  }

  public static ActorRef service(String name) {
    return new ActorRef("service:" + name);
  }

  @Override
  public String toString() {
    return value;
  }
}
