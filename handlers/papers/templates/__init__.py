"""The templates of papers as DOCX; draw.py draws them anew, and a hand may change them with any word processor."""
