"""What ``/v1`` takes and gives; the descriptions are the documentation of the API, so they are in Dutch."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from duidelijk.model import Genre, Severity

VERSION = "1.0.0"
"""Of the API."""
Niveau = Literal["A1", "A2", "B1", "B2", "C1", "C2"]
Naam = Annotated[str, StringConstraints(min_length=1, max_length=120)]

VOORBEELD: dict[str, Any] = {
    "tekst": "Indien u vragen heeft, kunt u bellen.",
    "bron": "https://www.voorbeeld.nl/wonen/verhuizen",
}


class ControleVerzoek(BaseModel):
    """Een tekst die u wilt laten controleren. Geef `tekst` of `html`, en niet allebei."""

    model_config = ConfigDict(extra="forbid", strict=True, json_schema_extra={"examples": [VOORBEELD]})

    tekst: str | None = Field(None, description="Gewone tekst.")
    html: str | None = Field(None, description="Een webpagina, of een stuk daarvan.")
    bron: str = Field(
        min_length=1,
        max_length=2000,
        pattern=r"^[^\x00]+$",
        description="Het webadres van de tekst, of een naam. Hiermee kiest de server de instellingen "
        "uit `duidelijk.toml`, en herkent hij de tekst in het archief.",
    )
    afdeling: Naam | None = Field(None, description="De afdeling die de tekst schreef.")
    soort: Genre | None = Field(None, description="De soort tekst. Zonder dit veld kiest de server zelf.")
    opslaan: bool = Field(
        False, description="Bewaar de cijfers in het archief. De tekst wordt nooit bewaard."
    )
    reden: Naam | None = Field(
        None,
        description="Waarom de tekst toch naar buiten gaat, ook als hij niet duidelijk genoeg is. Kies een "
        "van de redenen in `duidelijk.toml`. Het archief telt hoe vaak dit gebeurt.",
    )

    @model_validator(mode="after")
    def _one_text(self) -> ControleVerzoek:
        if (self.tekst is None) == (self.html is None):
            raise PydanticCustomError("one_text", "one text")
        return self


class Telling(BaseModel):
    """Het aantal bevindingen per ernst."""

    fout: int = Field(ge=0)
    waarschuwing: int = Field(ge=0)
    tip: int = Field(ge=0)


class Bevinding(BaseModel):
    """Een plek in de tekst die duidelijker kan."""

    regel: str = Field(description="De naam van de regel, bijvoorbeeld `lange-zin`.")
    titel: str = Field(description="De titel van de regel, voor lezers.")
    ernst: Severity
    begin: int = Field(
        ge=0,
        description="Waar de plek begint, geteld in UTF-16-eenheden (zoals JavaScript telt) in de `tekst` "
        "of `html` die u stuurde. Het eerste teken is 0.",
    )
    eind: int = Field(ge=0, description="Waar de plek eindigt: de plaats achter het laatste teken.")
    tekst: str = Field(description="De woorden op die plek, zonder opmaak.")
    melding: str = Field(description="Wat er niet duidelijk is, en wat de schrijver kan doen.")
    waarom: str = Field(description="Waarom dit helpt.")
    suggesties: list[str] = Field(
        description="Teksten die op deze plek kunnen staan. De beste staat vooraan."
    )
    tegenhoudend: bool = Field(description="Of deze bevinding de tekst tegenhoudt.")


class Controle(BaseModel):
    """De uitkomst van een controle."""

    publiceerbaar: bool = Field(description="Of de tekst naar buiten mag.")
    cijfer: float | None = Field(
        ge=1,
        le=10,
        description="Het cijfer, van 1 tot 10. Hoger is duidelijker. `null` bij een te korte tekst.",
    )
    niveau: Niveau | None = Field(description="Het taalniveau. Dit is een schatting.")
    redenen: list[str] = Field(description="Waarom de tekst niet duidelijk genoeg is.")
    telling: Telling
    bevindingen: list[Bevinding]
    rapportUrl: str | None = Field(
        None,
        description="Een pagina met de tekst en alle meldingen. Alleen als de server zo is ingesteld, "
        "en maar een paar minuten.",
    )


class Probleem(BaseModel):
    """Wat er mis is, volgens RFC 9457."""

    status: int = Field(ge=400, le=599, description="De HTTP-code.")
    title: str = Field(description="Wat voor probleem het is.")
    detail: str = Field(description="Wat er mis is, en wat u kunt doen.")
