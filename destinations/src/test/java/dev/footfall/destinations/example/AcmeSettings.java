package dev.footfall.destinations.example;

import dev.footfall.core.destination.SettingValues;

/** The settings in force. */
record AcmeSettings(String baseUrl, String accountId) {
  static AcmeSettings of(SettingValues values) {
    return new AcmeSettings(values.text("base_url"), values.text("account_id"));
  }
}
