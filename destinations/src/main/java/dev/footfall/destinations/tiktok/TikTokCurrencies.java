package dev.footfall.destinations.tiktok;

import dev.footfall.core.normalise.Currency;
import java.util.List;
import java.util.Set;

/** The currencies that TikTok lists. */
final class TikTokCurrencies {
  static final List<String> CODES =
      List.of(
          ("AED ARS AUD BDT BHD BIF BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DZD EGP EUR GBP GTQ"
                  + " HKD HNL HUF IDR ILS INR ISK JPY KES KHR KRW KWD KZT MAD MOP MXN MYR NGN NIO"
                  + " NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD"
                  + " VES VND ZAR")
              .split(" "));

  private static final Set<String> LISTED = Set.copyOf(CODES);

  private TikTokCurrencies() {}

  static boolean isListed(Currency currency) {
    return LISTED.contains(currency.code());
  }
}
