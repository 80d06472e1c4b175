"""What a running bot answers over HTTP: Telegram's updates by webhook, how it fares, and figures to watch it by."""
