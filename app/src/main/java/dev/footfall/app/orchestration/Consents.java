package dev.footfall.app.orchestration;

import dev.footfall.app.config.CredentialConfig;
import dev.footfall.app.config.DestinationConfig;
import dev.footfall.app.config.Project;
import dev.footfall.app.config.Surroundings;
import dev.footfall.app.fault.UserFault;
import dev.footfall.core.credential.CredentialValues;
import dev.footfall.core.credential.TokenStore;
import dev.footfall.core.delivery.JdkWire;
import dev.footfall.core.delivery.Time;
import dev.footfall.core.destination.Authorisation;
import dev.footfall.core.destination.HttpDelivery;
import dev.footfall.core.destination.Renewal;
import java.util.List;
import java.util.Optional;

/**
 * Has a person's consent become tokens of a project's credential, kept as renewed ones are.
 *
 * @param project free of faults
 * @param surroundings what its references are resolved against
 * @param tokens where the tokens are kept
 * @param destination whose credential it is
 */
public record Consents(
    Project project, Surroundings surroundings, TokenStore tokens, DestinationConfig destination) {

  /**
   * How the destination's platform is asked.
   *
   * @throws UserFault when it needs no consent, or when the credential lacks what it takes
   */
  public Authorisation authorisation() {
    RenewableAccount.Configured configured = configured();
    HttpDelivery http = delivery().orElseThrow(this::noConsent);
    Authorisation authorisation =
        http.authorisation(configured.values()).orElseThrow(this::noConsent);
    List<String> missing =
        authorisation.needs().stream()
            .filter(field -> configured.values().find(field).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw UserFault.of(
          "credential '"
              + configured.name()
              + "' lacks '"
              + String.join("' and '", missing)
              + "'; "
              + title()
              + " wants it before anybody can consent ('footfall describe "
              + destination.destination().spec().type()
              + "' says where it is)");
    }
    return authorisation;
  }

  private RenewableAccount.Configured configured() {
    if (destination.credential().isEmpty()) {
      throw UserFault.of(
          "destination '"
              + destination.name()
              + "' names no credential; define one under 'credentials:' and name it there");
    }
    return RenewableAccount.Configured.of(destination, project, surroundings);
  }

  private Optional<HttpDelivery> delivery() {
    Connections connections = Connections.of(project, surroundings, tokens);
    return connections.http(connections.targets(destination).get(0), Time.system());
  }

  private String title() {
    return destination.destination().spec().about().title();
  }

  private UserFault noConsent() {
    return UserFault.of(
        "destination '"
            + destination.name()
            + "' gets no token by consent, as it is configured; 'footfall describe "
            + destination.destination().spec().type()
            + "' says what its credential holds");
  }

  /**
   * Exchanges a consent for tokens and keeps them.
   *
   * @return what became of it; a renewed credential is the one that runs use from now on
   */
  public Renewal.Result accept(Authorisation.Consent consent) throws InterruptedException {
    HttpDelivery http = delivery().orElseThrow(this::noConsent);
    RenewableAccount account =
        new RenewableAccount(
            http, JdkWire.within(http.timeouts()), Time.system(), tokens, configured());
    return account.accept(consent);
  }

  /** The credential's fields as the project has them. */
  public CredentialValues written() {
    return destination
        .credential()
        .flatMap(name -> Optional.ofNullable(project.credentials().get(name)))
        .map((CredentialConfig credential) -> credential.resolve(surroundings))
        .orElse(CredentialValues.none());
  }
}
