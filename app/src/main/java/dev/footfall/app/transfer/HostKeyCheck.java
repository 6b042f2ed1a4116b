package dev.footfall.app.transfer;

import dev.footfall.core.destination.Code;
import dev.footfall.core.destination.Reading;
import dev.footfall.core.file.FilePlace;
import java.net.SocketAddress;
import java.security.PublicKey;
import java.util.Optional;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/** Whether a server is the one that was configured; remembers why not. Good for one connection. */
final class HostKeyCheck implements ServerKeyVerifier {
  private final FilePlace.Sftp place;
  private final Optional<HostKey> known;
  private volatile Optional<Reading.Stop> refusal = Optional.empty();

  HostKeyCheck(FilePlace.Sftp place) {
    this.place = place;
    this.known = Optional.of(place.hostKey()).filter(key -> !key.isEmpty()).map(HostKey::of);
  }

  /** The key by which the server is known. */
  Optional<HostKey> known() {
    return known;
  }

  @Override
  public boolean verifyServerKey(ClientSession session, SocketAddress remote, PublicKey shown) {
    String print = HostKey.print(shown);
    if (known.isPresent() && !known.get().is(shown)) {
      refuse(
          Code.HOST_KEY_MISMATCH,
          "the server shows the key " + print + ", not " + known.get().print());
    } else if (known.isEmpty() && !place.acceptsAnyHost()) {
      String words = "the server shows the key " + PublicKeyEntry.toString(shown);
      refuse(Code.HOST_KEY_UNKNOWN, words + " (" + print + ")");
    }
    return refusal.isEmpty();
  }

  private void refuse(Code code, String words) {
    refusal = Optional.of(new Reading.Stop(code, words));
  }

  /** Why the server was refused. */
  Optional<Reading.Stop> refusal() {
    return refusal;
  }
}
