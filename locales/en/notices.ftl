notices-repeated =
    { $text }

    (sent again: the first one may not have arrived)
