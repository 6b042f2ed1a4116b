package dev.footfall.core.delivery;

import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.event.Event;
import java.util.List;

/** Renews a token that the platform refused, once, and sends again; else the run stops. */
final class RenewingChannel implements Channel {
  private final Channel next;
  private final Account account;

  RenewingChannel(Channel next, Account account) {
    this.next = next;
    this.account = account;
  }

  @Override
  public Reading send(List<Event> events) throws InterruptedException {
    CredentialValues used = account.credential();
    Reading reading = next.send(events);
    if (reading instanceof Reading.RenewCredential && account.renew(used)) {
      reading = next.send(events);
    }
    return reading instanceof Reading.RenewCredential refused
        ? new Reading.Stop(Code.CREDENTIALS_REJECTED, refused.words())
        : reading;
  }
}
